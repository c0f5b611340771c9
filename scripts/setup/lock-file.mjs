/** package-lock.json の読み方。 */

/** `from` から見える `name` の行の場所を、Node が探す順に返す。 */
const searchPath = (from, name) => {
  const places = [];
  for (let at = from; ;) {
    places.push(at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`);
    if (at === "") return places;
    at = at.includes("/node_modules/") ? at.slice(0, at.lastIndexOf("/node_modules/")) : "";
  }
};

/**
 * 使う先が名指しされているのに、行が無い物（版を一つに決めて名指ししている時は、版が違う物も）。
 * 一つでもあると `npm ci` は断る。
 * @param {Record<string, { version?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }>} packages
 * @returns {{ from: string, name: string, spec: string, optional: boolean }[]}
 */
export const missingEdges = (packages) => {
  const missing = [];
  for (const [from, entry] of Object.entries(packages)) {
    const optional = entry.optionalDependencies ?? {};
    for (const [name, spec] of Object.entries({ ...entry.dependencies, ...optional })) {
      const found = searchPath(from, name).find((place) => packages[place] !== undefined);
      const fits = found !== undefined && (!/^\d+\.\d+\.\d+/.test(spec) || packages[found].version === spec);
      if (!fits) missing.push({ from, name, spec, optional: name in optional });
    }
  }
  return missing;
};
