export { etablering } from './etablering';
export { background } from './background/background';
export { bulkAction } from './bulk/bulk-action';
export { nightly } from './nightly/nightly';
