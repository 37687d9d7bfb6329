import type { Config } from '../../platform/config/config';
import { look } from './parts';

/** Whether each agency's system answers at all; what it answers to a stranger is no matter. */
export async function lookAtAgencies(urls: Config['agencies']['urls']) {
  return Promise.all(
    Object.entries(urls).map(async ([agency, url]) => {
      const { status } = await look(() => fetch(url, { method: 'HEAD', redirect: 'manual' }));
      return { agency, url, status };
    }),
  );
}
