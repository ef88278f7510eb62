import type { PromptForm } from './prompt.ts';

/** Prompts of shells on the reader's machine, or on one of several machines of the page. */
export const hostPrompts: readonly PromptForm[] = [
  { form: 'dollar', side: 'either', pattern: /^\s*\$(?:[ \t\u00a0]+(?=\S)|\s*$|(?=_\s*$))/ },
  { form: 'folder', side: 'either', pattern: /^\s*~(?:\/[\w./-]*)?\s?\$[ \t\u00a0]+(?=\S)/ },
  // An author's own prompt of two signs.
  { form: 'signs', side: 'either', pattern: /^\s*(?:\$[#>]|#\$)[ \t]+(?=\S)/ },
  // Written down without its blank.
  { form: 'dollar', side: 'either', glued: true, pattern: /^\s*\$(?=[a-z])/ },
  {
    form: 'user',
    side: 'either',
    pattern: /^\s*(?:\([\w.-]+\)\s*)?(?<host>[A-Za-z_][\w.-]*@[\w.-]*)\s?(?::[^\s#$]*\s?)?[#$](?:\s+|$)/,
  },
  { form: 'bracket', side: 'either', pattern: /^\s*\[(?<host>[\w.-]+@[^\]\s]+)[^\]]*\]\s?[#$%](?:\s+|$)/ },
  {
    form: 'user-folder',
    side: 'host',
    pattern: /^\s*(?:\([\w.-]+\)\s*)?(?<host>[A-Za-z_][\w.-]*@[\w.-]+)(?:\s+|\()[~/][^\s#$%]*\s?[#$%](?:\s+|$)/,
  },
  { form: 'zsh', side: 'host', pattern: /^\s*(?<host>[A-Za-z_][\w.-]*@[\w.-]+)\s+[\w.~/-]+\s+%(?:\s+|$)/ },
  {
    form: 'powerline',
    side: 'host',
    pattern: /^\s*(?:✘\s*)?(?<host>[\w.-]+(?:@[\w.-]+)?)?\s*\ue0b0.*[\ue0b0-\ue0b3](?:\s+|$)/u,
  },
  {
    form: 'arrow',
    side: 'host',
    pattern:
      /^\s*(?:[\w.-]+(?:@[\w.-]+)?\s+(?=[➜❯]))?[➜❯▶⇒λ»](?:\s+~?[\w./~-]*(?=\s+\S+\s+)\s+git:\([^)]*\)(?:\s+✗)?)?(?:\s+(?:~|~?\/[\w./-]*)(?=\s|$))?(?:\s+|$)/u,
  },
  // Themes of zsh: the second line of a prompt of two, and one between two pictures.
  { form: 'theme', side: 'host', pattern: /^\s*╰─+[$#%❯➤]?\s+(?=\S)/u },
  { form: 'theme', side: 'host', weak: true, pattern: /^\s*\p{So}\uFE0F?\s.{0,40}?[⚡✗✘]\uFE0F?\s+(?=\S)/u },
  // An author's label for a machine, `(vm)$`, and the prompt of macOS: `MB-12:~ leaf$`.
  {
    form: 'label',
    side: 'host',
    weak: true,
    pattern: /^\s*[([](?<host>[\p{L}\w][\p{L}\w .-]{0,20})[)\]]\s?[~/]?[\w./-]*\s?[#$]\s+(?=\S)/u,
  },
  { form: 'user-folder', side: 'host', pattern: /^\s*(?<host>[\w.-]+):(?:~|[\w./~-]+)\s+[\w.-]+\$(?:\s+|$)/ },
  { form: 'fish', side: 'host', pattern: /^\s*(?<host>[A-Za-z_][\w.-]*@[\w.-]+)\s+[~/][^\s>]*>\s+/ },
  { form: 'machine', side: 'host', weak: true, pattern: /^\s*(?<host>[a-z][\w-]*\d)#\s+(?=\S)/ },
  {
    form: 'machine',
    side: 'host',
    weak: true,
    pattern: /^\s*(?<host>[a-z][\w-]*\d*)(?::[~\w./-]*)?\s?[~\w./-]{0,40}:?\s?\$\s+(?=\S)/,
  },
  // SUSE's root prompt.
  { form: 'user', side: 'either', weak: true, pattern: /^\s*(?<host>[a-z][\w-]*):[~/]\S*?\s?#\s+(?=\S)/ },
  // An author's own prompt, and a bare folder as one: only what follows tells.
  { form: 'custom', side: 'host', weak: true, pattern: /^\s*[^\s<>|]{2,40}(?:=+>|»|›)\s*(?=\S)/u },
  { form: 'custom', side: 'host', weak: true, pattern: /^\s*[^\s<>|=]{2,40}=+>\s*$/u },
  { form: 'folder', side: 'host', weak: true, pattern: /^\s*~(?:\/[\w./-]*)?\s+(?=\S)/ },
  // A list of steps within a block.
  { form: 'numbered', side: 'either', weak: true, pattern: /^\s*\d{1,2}[.)]\s+(?=[a-z./~][\x20-\x7e]*$)/ },
  { form: 'percent', side: 'host', weak: true, pattern: /^\s*%\s+(?=\S)/ },
  { form: 'hash', side: 'either', weak: true, pattern: /^\s*#(?:[ \t\u00a0]+(?=\S)|\s*$)/ },
  { form: 'greater', side: 'either', weak: true, pattern: /^\s*>[ \t\u00a0]+(?=\S)/ },
  // Without a blank, more than one word must follow: `>out.txt` goes on with the command above.
  { form: 'greater', side: 'either', weak: true, pattern: /^\s*>(?=[a-z][\w.-]*\s+\S)/ },
];
