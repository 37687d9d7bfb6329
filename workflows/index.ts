export { etablering } from './etablering';
export { nightly } from './nightly/nightly';
