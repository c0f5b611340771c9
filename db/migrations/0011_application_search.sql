CREATE VIRTUAL TABLE application_search USING fts5(grams, content='', contentless_delete=1, tokenize="ascii tokenchars '!""#$%&''''()*+,-./:;<=>?@[\]^_`{|}~'");
