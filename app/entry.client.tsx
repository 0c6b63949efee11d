// No page of the product hydrates: every screen is complete as HTML. The build wants this file to exist.
export {}
