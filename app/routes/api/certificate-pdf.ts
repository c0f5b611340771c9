import { apiGuarded } from "#app/http/api-guard.server.ts";
import { certificateAnswer } from "./certificate-answer.server.ts";

export const loader = apiGuarded("plans.certificate", "api.read", certificateAnswer("pdf"));
