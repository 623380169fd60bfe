/**
 * Preloaded into the daemon (`node --import`): the work on a modem rests and is never woken again, while
 * the event loop and all else go on. No modem does this; a fault in our own code could.
 */
import { WakeUp } from '../../dist/modem/wake-up.js';

WakeUp.prototype.sleep = () => new Promise(() => {});
