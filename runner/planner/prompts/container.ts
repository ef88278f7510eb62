import type { PromptForm } from './prompt.ts';

/** Prompts that only a shell inside a container has. */
export const containerPrompts: readonly PromptForm[] = [
  {
    form: 'container-id',
    side: 'container',
    pattern: /^\s*(?<host>[\w.-]+@[0-9a-f]{12})(?::[^\s#$]*\s?)?[#$](?:\s+|$)/,
  },
  { form: 'container-id', side: 'container', pattern: /^\s*\[[\w.-]+@(?<host>[0-9a-f]{12})[^\]]*\]\s?[#$](?:\s+|$)/ },
  // Docker's documentation writes the id as <id> or with dots; others leave it out, and some that of the host.
  {
    form: 'container-id',
    side: 'container',
    pattern: /^\s*root@(?:<[^>]+>|[0-9a-f]{4,}\.\.\.?|컨테이너\S*):[^\s#$]*[#$](?:\s+|$)/,
  },
  { form: 'container-id', side: 'container', nameless: true, pattern: /^\s*root@:[^\s#$]*[#$](?:\s+|$)/ },
  // An author's label for the container: `(container)/ #`.
  {
    form: 'label',
    side: 'container',
    pattern:
      /^\s*[([](?<host>(?:in )?(?:the )?(?:container|컨테이너|コンテナ|容器)[^)\]]{0,20})[)\]]\s?[~/]?[\w./-]*\s?[#$](?:\s+|$)/iu,
  },
  { form: 'busybox', side: 'container', pattern: /^\s*(?:\/[\w./-]*|~) [#$](?:\s+|$)/ },
  // Written down without its blank.
  { form: 'busybox', side: 'either', pattern: /^\s*\/[\w./-]*#\s+(?=\S)/ },
  // An author's own mark for whatever was opened above.
  { form: 'mark', side: 'either', weak: true, pattern: /^\s*@\s+(?=\S)/ },
  { form: 'shell-version', side: 'container', pattern: /^\s*(?:bash|sh|ash|dash)-\d+\.\d+[#$](?:\s+|$)/ },
];
