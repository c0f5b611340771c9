import type { Clock } from "./clock-port.ts";

/** 機械の時計。 */
export const systemClock: Clock = { now: () => new Date().toISOString() };
