import path from 'node:path';
import Runtime from 'jest-runtime';
import { compiled, repositoryRoot } from '../../../platform/root';

/**
 * Loads a test as Node itself does, from its compiled file. Modules are loaded once in each worker, not once for each test
 * file: that was half of the time that a test run took (ADR 23). There is no `jest` object, so nothing can be mocked.
 */
class PlainRuntime extends Runtime {
  /** The compiled form of a test file, loaded anew. */
  override requireModule<T>(file: string): T {
    return loadAnew(compiled(path.relative(repositoryRoot(), file).replace(/\.ts$/, '.js')));
  }

  /** jest-circus, loaded anew: it keeps the tests of one file in its own module. */
  override requireInternalModule<T>(file: string): T {
    Reflect.deleteProperty(globalThis, Symbol.for('EVENT_HANDLERS'));
    return loadAnew(file);
  }

  override setGlobalsForRuntime(): void {
    // The environment's globals are those of the process.
  }
}

function loadAnew<T>(file: string): T {
  delete require.cache[file];
  return require(file) as T;
}

export = PlainRuntime;
