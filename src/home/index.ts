export { homeChanged } from './draw-later.ts';
export { listen } from './listeners.ts';
export { workers } from './workers.ts';
