/** 不調の真似。 */
export const directoryModes = [
  "normal",
  "slow",
  "unauthorised",
  "forbidden",
  "limited",
  "faulty",
  "truncated",
  "gzipBomb",
  "html",
  "redirect",
  "hangUp",
  "oldShape",
  "otherCompany",
] as const;
export type DirectoryMode = (typeof directoryModes)[number];
