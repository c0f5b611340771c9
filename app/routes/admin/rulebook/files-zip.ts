/** 版の一式の zip。 */
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { exportEditionFiles } from "#app/usecases/rulebook/export-edition-files.server.ts";
import { fileResponse } from "./file-response.server.ts";

export const loader = guarded("staff", "rulebook.view", async ({ param, useCase, tools }) => {
  const made = await exportEditionFiles(useCase, tools.rulebookFiles, param("edition"));
  if (!made.ok) throw refusalResponse(made.error);
  const { label, bytes } = made.value;
  return fileResponse(new Uint8Array(bytes), {
    type: "application/zip",
    name: `規則集_${label}.zip`,
    plain: "rulebook.zip",
  });
});
