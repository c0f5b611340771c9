import type { Database } from "#db/client.ts";
import { deleteSession } from "#db/repositories/sessions.ts";
import { sessionHash } from "./sign-in.server.ts";

/** ログアウト。そのセッションはもう使えない。 */
export const signOut = (database: Database, token: string): Promise<void> =>
  deleteSession(database, sessionHash(token));
