/** 表の欄の中の棒。その列の一番大きい値を幅いっぱいにする。値は隣の数字で読む。 */
export function ShareBar({ value, max }: { readonly value: number; readonly max: number }) {
  return (
    <svg
      className="mt-1 block h-2 w-full min-w-16"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="100" height="8" className="fill-solid-gray-100" />
      <rect width={max > 0 ? (value / max) * 100 : 0} height="8" className="fill-blue-900" />
    </svg>
  );
}
