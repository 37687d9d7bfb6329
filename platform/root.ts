import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds `package.json`: the same seen from the sources and from the compiled files in `dist/`. */
export function repositoryRoot(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${__dirname}`);
    folder = parent;
  }
  return folder;
}

/** Absolute path of a compiled file, for instance `compiled('api/main.js')`. */
export function compiled(file: string): string {
  return path.join(repositoryRoot(), 'dist', file);
}
