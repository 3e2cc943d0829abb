export { listen } from './listeners.ts';
export { homeChanged } from './publish.ts';
