import { guarded } from "#app/http/guard.server.ts";
import { checkCode, checkUpload, verifyJson } from "./verify-view.server.ts";

/** 認定通知書の確認を JSON で答える。GET は code、POST は multipart の file。 */
export const loader = guarded("public", "certificate.verify", async (guard) =>
  verifyJson(await checkCode(guard, guard.url.searchParams.get("code") ?? "")),
);

export const action = guarded("public", "certificate.verify", async (guard) =>
  verifyJson(await checkUpload(guard)),
);
