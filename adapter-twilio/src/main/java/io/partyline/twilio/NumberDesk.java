package io.partyline.twilio;

import com.twilio.base.ResourceSet;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import io.partyline.port.TelephonyException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the show's number is set up at the carrier: read, compared with what the show needs, and
/// repaired.
///
/// Every method asks the carrier, and throws [TelephonyException] if that is not possible. Safe for
/// use by many threads at once.
public final class NumberDesk {
    private final TwilioSettings settings;
    private final Addresses addresses;
    private final Questions questions;

    /// Opens no connection yet.
    public NumberDesk(TwilioSettings settings) {
        this.settings = settings;
        addresses = new Addresses(settings.webhookBaseUrl());
        questions = new Questions(settings);
    }

    /// What differs from what the show needs, and what that costs: a sentence each, none if all is
    /// as it should be.
    public List<String> differences() {
        IncomingPhoneNumber number = number();
        return Stream.of(
                        taken(number.getVoiceApplicationSid()),
                        differs(
                                "Calls go to",
                                number.getVoiceUrl(),
                                number.getVoiceMethod(),
                                voice(),
                                "callers do not reach the show"),
                        differs(
                                "The end of a call is reported to",
                                number.getStatusCallback(),
                                number.getStatusCallbackMethod(),
                                status(),
                                "whoever hangs up while waiting stays in the queue for a while"),
                        fallback()
                                .flatMap(wanted ->
                                        differs(
                                                "When that fails, calls go to",
                                                number.getVoiceFallbackUrl(),
                                                number.getVoiceFallbackMethod(),
                                                wanted,
                                                LOST)))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What a missing fallback document costs.
    public static final String LOST =
            "callers are lost if this program stops while the telephone company asks it what to do"
                    + " with them, and whoever calls before it is back hears an error";

    /// Sets the number up as the show needs it. The fallback address stays as it is if the settings
    /// name none.
    public void repair() {
        String sid = known(number().getSid());
        questions.patiently(carrier -> repair(sid, carrier));
    }

    private IncomingPhoneNumber repair(String sid, TwilioRestClient carrier) {
        var change =
                IncomingPhoneNumber.updater(sid)
                        .setVoiceApplicationSid("")
                        .setVoiceUrl(voice().uri())
                        .setVoiceMethod(voice().method())
                        .setStatusCallback(status().uri())
                        .setStatusCallbackMethod(status().method());
        fallback()
                .ifPresent(wanted ->
                        change.setVoiceFallbackUrl(wanted.uri())
                                .setVoiceFallbackMethod(wanted.method()));
        return change.update(carrier);
    }

    private record Address(String url, HttpMethod method) {
        URI uri() {
            return URI.create(url);
        }
    }

    private Address voice() {
        return new Address(addresses.voice(), HttpMethod.POST);
    }

    private Address status() {
        return new Address(addresses.status(), HttpMethod.POST);
    }

    /// Whatever serves a document that never changes answers to a GET; not all answer to a POST.
    private Optional<Address> fallback() {
        return settings.net().fallbackUrl().map(url -> new Address(url, HttpMethod.GET));
    }

    private IncomingPhoneNumber number() {
        return questions
                .patiently(this::number)
                .orElseThrow(() ->
                        new TelephonyException(
                                "TWILIO_PHONE_NUMBER is not a number of this account."));
    }

    private Optional<IncomingPhoneNumber> number(TwilioRestClient carrier) {
        ResourceSet<IncomingPhoneNumber> found =
                IncomingPhoneNumber.reader().setPhoneNumber(settings.phoneNumber()).read(carrier);
        for (IncomingPhoneNumber number : found) {
            if (settings.phoneNumber().equals(String.valueOf(number.getPhoneNumber()))) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> taken(@Nullable String application) {
        return application == null || application.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "An application of the account takes the number's calls: callers do not"
                                + " reach the show.");
    }

    private static Optional<String> differs(
            String what,
            @Nullable URI url,
            @Nullable HttpMethod method,
            Address wanted,
            String cost) {
        String address = url == null ? "" : url.toString();
        if (!address.equals(wanted.url())) {
            return Optional.of(
                    "%s %s, not %s: %s."
                            .formatted(
                                    what,
                                    address.isEmpty() ? "nobody" : address,
                                    wanted.url(),
                                    cost));
        }
        return Objects.equals(method, wanted.method())
                ? Optional.empty()
                : Optional.of(
                        "%s %s by %s, not by %s: %s."
                                .formatted(what, address, method, wanted.method(), cost));
    }

    private static String known(@Nullable String told) {
        if (told == null) {
            throw new TelephonyException("The telephone company's answer makes no sense to us.");
        }
        return told;
    }
}
