package io.partyline.carrier.office;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests as the carrier does: Base64 of HMAC-SHA1, keyed with the auth token, over the URL
/// followed by every form parameter's name and value, sorted by name in code point order.
///
/// Written from the published rule and its vectors, apart from the show's own check, so that each
/// can catch the other's mistakes. Safe for use by many threads at once.
public final class Signatures {
    private final SecretKeySpec key;

    public Signatures(String authToken) {
        key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
    }

    /// Signs exactly these characters: the URL is not tidied.
    public String of(String url, Map<String, String> parameters) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        return Base64.getEncoder().encodeToString(hmac(signed.toString()));
    }

    /// The form of a URL that the carrier signs: over https without user, password and port; never
    /// with a fragment, in which the carrier keeps its own retry settings.
    static String signedForm(String url) {
        URI uri = URI.create(url);
        String whole = url.split("#", 2)[0];
        if (!"https".equals(uri.getScheme()) || uri.getRawAuthority() == null) {
            return whole;
        }
        return whole.replaceFirst(
                "//" + Pattern.quote(uri.getRawAuthority()), "//" + uri.getHost());
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA1; this one has not.", e);
        }
    }
}
