package io.partyline.twilio;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.partyline.doorway.Visitor;
import io.partyline.show.CallId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Lets the carrier's webhooks in, and nothing else: size first, then the signature over what was
/// read, then whose call it is. Nothing has changed when a request is refused.
///
/// Safe for use by many threads at once.
final class CarrierGate {
    /// Longest body; the carrier's are about one KiB.
    static final int LONGEST_BODY = 64 * 1024;

    private final Signatures signatures;
    private final Addresses addresses;
    private final NumberFingerprint fingerprint;
    private final String accountSid;

    CarrierGate(TwilioSettings settings, Signatures signatures, NumberFingerprint fingerprint) {
        this.signatures = signatures;
        this.addresses = new Addresses(settings.webhookBaseUrl());
        this.fingerprint = fingerprint;
        this.accountSid = settings.accountSid();
    }

    /// @throws RefusedException if it is not a webhook of ours
    Webhook open(ServerRequest request) {
        Form form = form(request);
        String url = addresses.of(PhoneDoor.target(request.prologue()));
        String signature = request.headers().first(PhoneDoor.SIGNATURE).orElse("");
        if (!signatures.fits(signature, url, form)) {
            throw new RefusedException(Status.FORBIDDEN_403, "The signature does not fit.");
        }
        Visitor.here().ifPresent(Visitor::isKnown);
        return webhook(form);
    }

    private Webhook webhook(Form form) {
        try {
            Recut.check(form);
            if (!isOurs(form.value("AccountSid"))) {
                throw new RefusedException(Status.FORBIDDEN_403, "This is another account's call.");
            }
            if (!TwilioSettings.isId(form.value("CallSid"))) {
                throw new RefusedException(
                        Status.BAD_REQUEST_400,
                        "The form names no call, or one whose id cannot be used: "
                                + TwilioSettings.ID_RULE);
            }
            return new Webhook(
                    new CallId(form.value("CallSid")), fingerprint.of(form.value("From")), form);
        } catch (BadFormException e) {
            throw new RefusedException(Status.BAD_REQUEST_400, e);
        }
    }

    /// The signature has shown whose it is; a simulator may leave the account out.
    private boolean isOurs(String account) {
        return account.isEmpty() || account.equals(accountSid);
    }

    private static Form form(ServerRequest request) {
        try {
            return Form.read(body(request), FormCharset.of(request.headers()));
        } catch (BadFormException e) {
            throw new RefusedException(Status.BAD_REQUEST_400, e);
        }
    }

    private static byte[] body(ServerRequest request) {
        try (InputStream body = request.content().inputStream()) {
            byte[] bytes = body.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw new RefusedException(
                        Status.REQUEST_ENTITY_TOO_LARGE_413, "The form is longer than 64 KiB.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
