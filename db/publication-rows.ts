/** 書込みの計画のうち、公表の行。 */
import type { publications, publishedPlans } from "./schema/index.ts";

export type PublicationRows = {
  /** 公表する一月の版と、その行。同じ月の同じ版は一度だけ。 */
  readonly publications?: readonly (typeof publications.$inferInsert)[];
  readonly publishedPlans?: readonly (typeof publishedPlans.$inferInsert)[];
};
