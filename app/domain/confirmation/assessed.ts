import type { CivilDate } from "../calendar/civil-date.ts";
import type { ConfirmationType } from "./confirmation-type.ts";
import type { ConfirmationValues } from "./form.ts";

/** 判断の材料。 */
export type Assessed = {
  readonly type: ConfirmationType;
  readonly values: ConfirmationValues;
  /** 法人か。 */
  readonly corporation: boolean;
  /** 申請の日。 */
  readonly on: CivilDate;
};
