import type { Message, Told } from './message.ts';

/** Lessons that are published together, in a format of their own. */
export interface Course {
  readonly format: 'killercoda' | 'labspace' | 'educates';
  /** Short name: that of its folder. */
  readonly id: string;
  readonly title: string;
  /** The file that describes it, absolute. */
  readonly path: string;
  readonly sections: readonly CourseSection[];
  /** Where its reader begins: at home, or in the folder of the engine's machine that holds the course's files. */
  readonly start: 'home' | 'workspace';
  /** Folder whose files its reader finds where they begin, absolute; null where there are none. */
  readonly files: string | null;
  readonly assets: readonly CourseAsset[];
  /**
   * Scripts, Dockerfiles and compose files that its reader has, each as they name it from where they begin: the images
   * that they name are needed, and what they build and start is known.
   */
  readonly documents: readonly { readonly path: string; readonly content: string }[];
  /** Scripts that a page names where its reader is to have done something, by their names. */
  readonly tests: Readonly<Record<string, string>>;
  /** Addresses on the reader's machine where its platform shows what a step has started. */
  readonly services: readonly string[];
  /** What its variables stand for, where nobody gives another value. */
  readonly values: Readonly<Record<string, string>>;
  /** Why nothing of it is typed: it is for another kind of machine. */
  readonly elsewhere: Told | null;
  /** What is wrong with the course itself: a page that is not there, an asset without a file. */
  readonly problems: readonly Message[];
}

/** One page of a course, and what its format does before and after it. */
export interface CourseSection {
  /** Short name within the course: `step2`. */
  readonly id: string;
  /** Null where only the page itself tells. */
  readonly title: string | null;
  /** Absolute. */
  readonly path: string;
  readonly scripts: readonly CourseScript[];
}

/** A script that the format runs beside what the reader types. */
export interface CourseScript {
  /**
   * `background` prepares the machine, `foreground` the reader's terminal, both before the page; `check` says after it
   * whether the reader has done what it asks for; `link` finds out whether there is something where the page leads to.
   */
  readonly role: 'background' | 'foreground' | 'check' | 'link';
  /** As the course names it. */
  readonly name: string;
  /** One for the reader's terminal is for those, too, that they open later. */
  readonly everyTerminal?: true;
  readonly content: string;
}

/** A file that is there before the reader begins. */
export interface CourseAsset {
  /** Absolute. */
  readonly from: string;
  /** On the engine's machine; `~` stands for HOME. */
  readonly to: string;
  /** As `chmod` takes it. */
  readonly mode: string | null;
}
