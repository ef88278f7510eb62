import { createHash } from 'node:crypto';

/** What a stand-in is not, where a chapter's step could hang on it. */
export type Lack =
  /** Alpine's package manager. */
  | 'apk'
  /** The distribution whose name the image bears. */
  | 'distribution'
  /** The package list and the package versions of that distribution. */
  | 'packages'
  /** The version that the tag names. */
  | 'version';

/** How one image of the shelf is made. */
export interface Recipe {
  /** `node:16-alpine` for a stand-in, `tutor/node-alpine:16` for a building block that several of them share. */
  readonly reference: string;
  /** Images of the shelf that must be there first: every `FROM` of the Dockerfile. */
  readonly bases: readonly Recipe[];
  readonly build: Build;
  /** Files beside the Dockerfile, by their path there. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Packages of the npm registry that are put beside the Dockerfile, as `NAME.tgz`, by what `npm pack` is asked for. */
  readonly npmPackages: Readonly<Record<string, string>>;
  /** About as many megabytes as it adds to what its bases have. */
  readonly megabytes: number;
}

export type Build =
  | { readonly kind: 'dockerfile'; readonly text: string }
  /** Shell source that leaves a root file system as `root.tar` in its working folder, run on the engine's machine. */
  | { readonly kind: 'root'; readonly script: string };

/** An image of the shelf that a chapter can name. */
export interface StandIn extends Recipe {
  /** What it is built from, for people: `Debian 12`, `Python 3.11 of Debian 12`. */
  readonly builtFrom: string;
  readonly lacks: readonly Lack[];
}

/** What a building block needs to say; the rest has its defaults. */
export type BlockParts = Pick<Recipe, 'reference' | 'build' | 'megabytes'> & Partial<Recipe>;

/** Makes a recipe from its parts. */
export function block(parts: BlockParts): Recipe {
  return { bases: [], files: {}, npmPackages: {}, ...parts };
}

/** Changes with everything that an image is made from, its bases included. */
export function recipeHash(recipe: Recipe): string {
  const { reference, bases, build, files, npmPackages } = recipe;
  const contents = Object.entries(files).map(([name, data]) => [name, Buffer.from(data).toString('base64')]);
  const parts = [reference, bases.map(recipeHash), build, contents, npmPackages];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The recipes and all that they are built on, each once, every base before what needs it. */
export function inBuildOrder(recipes: readonly Recipe[]): readonly Recipe[] {
  const ordered = new Map<string, Recipe>();
  const visit = (recipe: Recipe): void => {
    if (ordered.has(recipe.reference)) return;
    for (const base of recipe.bases) visit(base);
    ordered.set(recipe.reference, recipe);
  };
  for (const recipe of recipes) visit(recipe);
  return [...ordered.values()];
}

/** Whether the recipe makes an image that a chapter can name, not a building block. */
export function isStandIn(recipe: Recipe): recipe is StandIn {
  return 'builtFrom' in recipe;
}
