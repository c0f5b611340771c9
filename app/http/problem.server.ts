/** 連携の口の断り（RFC 9457 の problem details）。 */

export type Problem = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** 誤った項目（問合せの名前）と、その理由。 */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
};

export const problemResponse = (problem: Problem, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify({ type: "about:blank", ...problem }), {
    status: problem.status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
