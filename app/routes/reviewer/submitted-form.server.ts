/** 送られた form を読む。form でない本文は、何も打たれていない form として扱い、欄の誤りで答える。 */
export async function submittedForm(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/iu.test(type)) return new FormData();
  try {
    return await request.formData();
  } catch {
    return new FormData();
  }
}
