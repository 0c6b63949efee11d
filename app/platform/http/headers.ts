/** Headers of every response. No inline script or style runs; `nonce` is for scripts that the product itself adds. */
export function securityHeaders(nonce: string, secure: boolean): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}

type RequestHeaders = Record<string, string | string[] | undefined>

/** Whether a browser sent this request from another site. Clients that send neither header are not browsers. */
export function foreignOrigin(headers: RequestHeaders): boolean {
  const origin = headers.origin
  const host = headers['x-forwarded-host'] ?? headers.host
  if (typeof origin === 'string') {
    try {
      return new URL(origin).host !== host
    } catch {
      return true
    }
  }
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}
