import { guarded } from "#app/http/guard.server.ts";
import { certificateFile } from "./certificate-file.server.ts";

export const loader = guarded("staff", "certificate.download", (guard) => certificateFile(guard, "pdf"));
