import { type JSX, render } from 'preact';
import { useState } from 'preact/hooks';

type Words = Readonly<Record<string, string>>;

/**
 * Asks for the password, where the page has one.
 *
 * @returns the secret that it opens; null where there is no entrance
 */
export async function enter(): Promise<string | null> {
  const answer = await fetch('/enter').catch(() => null);
  if (answer?.ok !== true) return null;
  const words = (await answer.json()) as Words;
  return new Promise((resolve) => {
    const onSecret = (secret: string) => {
      render(null, document.body);
      resolve(secret);
    };
    render(<Gate words={words} onSecret={onSecret} />, document.body);
  });
}

interface GateProps {
  readonly words: Words;
  readonly onSecret: (secret: string) => void;
}

function Gate({ words, onSecret }: GateProps): JSX.Element {
  const [told, setTold] = useState('');
  const [password, setPassword] = useState('');
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    const answer = await fetch('/enter', { method: 'POST', body: password });
    if (answer.ok) onSecret(await answer.text());
    else setTold(words[answer.status === 429 ? 'page-too-many-tries' : 'page-wrong-password'] ?? '');
  };
  return (
    <main class="gate">
      <h1>tutor</h1>
      <form onSubmit={(event) => void onSubmit(event)}>
        <label>
          {words['page-password']}{' '}
          <input
            type="password"
            autocomplete="current-password"
            value={password}
            onInput={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        </label>
        <button type="submit" class="ready">
          {words['page-enter']}
        </button>
      </form>
      <p role="status">{told}</p>
    </main>
  );
}
