import { type Delivery, deliveryWord } from "#app/domain/notification/delivery.ts";
import { Tag } from "#app/ui/primitives/Tag.tsx";
import type { Tone } from "#app/ui/tones.ts";

const tones = {
  waiting: "progress",
  retrying: "warning",
  sent: "success",
  kept: "neutral",
  bounced: "danger",
  dead: "danger",
  skipped: "neutral",
} as const satisfies Record<Delivery["kind"], Tone>;

/** メールの届き具合。 */
export const DeliveryTag = ({ delivery }: { readonly delivery: Delivery }) => (
  <Tag tone={tones[delivery.kind]}>{deliveryWord(delivery)}</Tag>
);
