/** 第一版（db/rulebook）を一度だけ読む。版は変わらないので、どのテストも同じ値を使う。 */
import path from "node:path";
import { loadRulebookFolder } from "#app/adapters/rulebook-files/read-rulebook-folder.server.ts";

const rulebookFolder = path.join(import.meta.dirname, "../../../db/rulebook");

const loaded = await loadRulebookFolder(rulebookFolder);
if (!loaded.ok) throw new Error(loaded.error.map((fault) => JSON.stringify(fault)).join("\n"));

export const { files, parsed, rulebook } = loaded.value;
