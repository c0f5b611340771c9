import type { Tone } from "../tones.ts";

const shapes: Readonly<Record<Tone, string>> = {
  neutral: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z",
  info: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.2 4.5h2.4v2.6h-2.4V6.500Zm0 4.300h2.4v6.700h-2.4v-6.700Z",
  progress: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 3v14a7 7 0 1 1 0-14Z",
  success:
    "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.500 14.700-4.700-4.700 1.800-1.800 2.900 2.900 5.900-5.900 1.800 1.800-7.700 7.700Z",
  warning: "M12 2 1 21h22L12 2Zm-1.200 7h2.400v6h-2.400V9Zm0 7.300h2.400v2.400h-2.400v-2.400Z",
  danger:
    "M8 2 2 8v8l6 6h8l6-6V8l-6-6H8Zm2.800 4.500h2.400v7.500h-2.400V6.500Zm0 9h2.400v2.400h-2.400v-2.400Z",
};

/** 意味を形で伝える図記号。言葉を必ず添えて使うので、読み上げからは外す。 */
export function ToneIcon({
  tone,
  className,
}: {
  readonly tone: Tone;
  readonly className?: string | undefined;
}) {
  return (
    <svg className={className ?? "size-5 shrink-0"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[tone]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
