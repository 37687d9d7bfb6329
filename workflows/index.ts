export { etablering } from './etablering';
export { bulkAction } from './bulk/bulk-action';
export { nightly } from './nightly/nightly';
