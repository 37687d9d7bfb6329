export { etablering } from './etablering';
