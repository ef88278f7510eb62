import { type PrintedBy, wasGiven } from '../../command/index.ts';
import { inlineMark } from '../../core/elision.ts';
import { type Phrase, phrases } from '../../printed/index.ts';
import type { CommandFacts } from '../facts.ts';
import { withoutTwin } from '../tables/ports.ts';

/** Verbs that clear away what is not used. */
const prunes = ['container', 'image', 'volume', 'network', 'system', 'builder', 'buildx'].map(
  (kind) => `docker ${kind} prune`,
);

/** A list of lines without a header. */
export interface ListKind extends PrintedBy {
  readonly name: string;
  readonly isLine: (line: string) => boolean;
  /** What the line before the first one says. */
  readonly after?: (line: string) => boolean;
  /** Further lines of the actual output do not count. */
  readonly open?: (facts: CommandFacts) => boolean;
  /** Lines that need not be there, for lists of which the length means nothing. */
  readonly anyLength?: boolean;
  /** The tolerance by which the whole list may be missing on the other side. */
  readonly noise?: string;
  /** The lines in a form in which they can be compared; null for one that is left out. */
  readonly normal?: (line: string, all: readonly string[]) => string | null;
}

/** A digest, or what an author left of one. */
const shownDigest = String.raw`(?:sha256:[0-9a-f]+|(?:sha256:)?[0-9a-f]*(?:${inlineMark})[0-9a-f]*)`;

const deletedLayer = new RegExp(String.raw`^[Dd]eleted: ${shownDigest}$`);
const untaggedDigest = new RegExp(String.raw`^[Uu]ntagged: (?:\S+@)?${shownDigest}$`);

function like(...forms: readonly Phrase[]): ListKind['isLine'] {
  const read = phrases(forms);
  return (line) => read(line) !== null;
}

/** Lists in the output of well-known commands. */
export const listKinds: readonly ListKind[] = [
  {
    name: 'ports',
    of: ['docker container port', 'docker compose port'],
    isLine: like('<n>{-<n>|}{/<letters>|} -> <word>$'),
    normal: withoutTwin,
  },
  {
    // dockerd 26.1 names the images of one file in another order from time to time.
    name: 'loaded',
    of: ['docker image load'],
    isLine: like('Loaded image{ ID|}: <word>$'),
  },
  {
    name: 'created',
    of: ['docker stack deploy'],
    isLine: like('{Creating|Updating} {network|service|secret|config} <word>{ (id: <name>)|}$'),
  },
  {
    name: 'changes',
    of: ['docker container diff'],
    isLine: like('{A|C|D} /'),
  },
  {
    name: 'ids',
    of: ['docker'],
    asked: ({ output }) => output?.form === 'table' && output.quiet,
    isLine: like('<name>$'),
    open: ({ listsAll }) => listsAll === true,
  },
  {
    name: 'environment',
    of: ['env', 'set', 'export'],
    asked: ({ operands }) => operands.length === 0,
    isLine: like('<name>='),
    normal: (line) => (/^(?:TERM|SHLVL|_|OLDPWD|LS_COLORS|LESSOPEN|LESSCLOSE)=/.test(line) ? null : line),
  },
  {
    name: 'deleted',
    of: prunes,
    after: like('Deleted {Containers|Networks|Volumes|containers|networks|volumes}:$'),
    isLine: like('<name>$'),
  },
  {
    // Docker 25 changed the layout of saved images: folders of layers before, `blobs/sha256` since.
    name: 'archive',
    of: ['tar'],
    isLine: like('blobs/', '<id>{/…|.json|}$', '{index.json|manifest.json|oci-layout|repositories}$'),
    normal: (line) => (line === 'manifest.json' ? line : null),
  },
  {
    name: 'layers',
    of: ['docker image rm', ...prunes],
    isLine: (line) => deletedLayer.test(line),
    anyLength: true,
  },
  {
    name: 'services',
    of: ['docker compose config'],
    asked: (printer) => wasGiven(printer, 'services', 'volumes', 'images', 'networks', 'profiles'),
    isLine: like('<word>$'),
  },
  {
    // Only an image that was pulled or pushed has a digest; in the store of Docker 29 each is known by one.
    name: 'digests',
    of: ['docker image rm', ...prunes],
    isLine: (line) => untaggedDigest.test(line),
    anyLength: true,
    noise: 'digest',
  },
  {
    name: 'rows',
    of: ['docker image ls', 'docker container ls', 'docker volume ls', 'docker network ls'],
    asked: ({ template, through }) => template !== null && !template.table && !template.json && through.length === 0,
    isLine: like('<word>'),
  },
  {
    // `docker port web 80`
    name: 'addresses',
    of: ['docker container port', 'docker compose port'],
    asked: ({ operands }) => operands.length > 1,
    isLine: like('{<ip>|[::]|::}:<n>$'),
    normal: withoutTwin,
  },
];
