package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The carrier's signature on its requests: base64 of HMAC-SHA1, keyed with the auth token, over
/// the URL followed by every field's name and value, fields in the order of their names.
///
/// The library's own validator is not used: it cannot hold a repeated field, and for a wss address
/// it tries neither port 443 nor the trailing slash that the carrier asks servers to try. The tests
/// hold this class against that validator and against the published examples.
///
/// Safe for use by many threads at once.
final class Signatures {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final SecretKeySpec key;

    Signatures(AuthToken token) {
        key = new SecretKeySpec(token.bytes(), ALGORITHM);
    }

    /// Whether this is the carrier's signature on a webhook.
    ///
    /// @param url as the carrier knows it, made from the configured public address
    boolean fits(String signature, String url, Form form) {
        return anyOf(spellings(url), form, signature);
    }

    /// Whether this is the carrier's signature on the upgrade to a WebSocket.
    ///
    /// @param url a wss address without a query, or the ws address of a door on this computer,
    ///   which some simulators sign as wss all the same
    boolean fitsHandshake(String signature, String url) {
        return anyOf(
                Stream.of(url, url.replaceFirst("^ws:", "wss:"))
                        .distinct()
                        .flatMap(each -> Stream.of(each, each + "/"))
                        .flatMap(each -> spellings(each).stream())
                        .toList(),
                Form.EMPTY,
                signature);
    }

    /// The signature of a request.
    String of(String url, Form form) {
        StringBuilder signed = new StringBuilder(url);
        form.fields().forEach((name, values) -> append(name, values, signed));
        return Base64.getEncoder().encodeToString(hash(signed.toString().getBytes(UTF_8)));
    }

    /// Values that came twice count once, and in their own order, not that of arrival.
    private static void append(String name, List<String> values, StringBuilder signed) {
        values.stream().distinct().sorted().forEach(value -> signed.append(name).append(value));
    }

    /// Compares with every spelling, in a time that says nothing about which came close.
    private boolean anyOf(List<String> urls, Form form, String signature) {
        byte[] given = signature.getBytes(UTF_8);
        boolean fits = false;
        for (String url : urls) {
            fits |= MessageDigest.isEqual(of(url, form).getBytes(UTF_8), given);
        }
        return fits;
    }

    /// The URL with its port and without: the carrier's back end is not consistent.
    private static List<String> spellings(String url) {
        int host = url.indexOf("://") + 3;
        int path = url.indexOf('/', host) < 0 ? url.length() : url.indexOf('/', host);
        int colon = url.lastIndexOf(':', path);
        boolean withPort = colon > host && url.indexOf(']', colon) < 0;
        String bare = withPort ? url.substring(0, colon) : url.substring(0, path);
        String port = withPort ? url.substring(colon, path) : ":" + usualPort(url);
        return List.of(bare + url.substring(path), bare + port + url.substring(path));
    }

    private static int usualPort(String url) {
        return url.startsWith("https:") || url.startsWith("wss:") ? HTTPS_PORT : HTTP_PORT;
    }

    private byte[] hash(byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Every Java has " + ALGORITHM + "; this one has not.", e);
        }
    }
}
