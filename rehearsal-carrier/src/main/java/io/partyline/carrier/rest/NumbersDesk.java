package io.partyline.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.carrier.office.MailDate;
import io.partyline.carrier.office.Subscription;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.PhoneNumber.Hook;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The REST desk's window for numbers: how the number is set up, and set it up differently.
///
/// Safe for use by many threads at once.
final class NumbersDesk {
    private static final String ALL = "/IncomingPhoneNumbers";
    private static final Pattern ONE = Pattern.compile(ALL + "/(PN[0-9a-fA-F]{32})\\.json");
    private static final int NO_ADDRESS = 21502;

    private final CarrierPlan plan;
    private final Subscription subscription;
    private final Supplier<Instant> now;

    NumbersDesk(CarrierPlan plan, Subscription subscription, Supplier<Instant> now) {
        this.plan = plan;
        this.subscription = subscription;
        this.now = now;
    }

    /// Empty if this is not about numbers, or not a path that the carrier knows.
    Optional<Deed> serve(RestRequest request) {
        Matcher one = ONE.matcher(request.path());
        if (one.matches()) {
            return one.group(1).equals(subscription.sid())
                    ? Optional.of(one(request))
                    : Optional.empty();
        }
        return request.path().equals(ALL + ".json") && !request.post()
                ? Optional.of(Deed.only(list(request)))
                : Optional.empty();
    }

    private RestAnswer list(RestRequest request) {
        String number = subscription.number().number();
        boolean asked = request.query().getOrDefault("PhoneNumber", number).equals(number);
        List<JsonNode> found = asked ? List.of(json(subscription.number())) : List.of();
        return Page.of("incoming_phone_numbers", found, request, plan);
    }

    private Deed one(RestRequest request) {
        return request.post()
                ? update(request.form())
                : Deed.only(RestAnswer.ok(json(subscription.number())));
    }

    private Deed update(Map<String, String> form) {
        try {
            PhoneNumber changed = changed(subscription.number(), form);
            return new Deed(
                    RestAnswer.ok(json(changed)),
                    () -> subscription.change(old -> changed(old, form)));
        } catch (IllegalArgumentException e) {
            return Deed.only(
                    RestAnswer.error(
                            400,
                            NO_ADDRESS,
                            "An address is not valid, or a method not GET or POST"));
        }
    }

    /// What is not in the form stays as it is.
    private static PhoneNumber changed(PhoneNumber old, Map<String, String> form) {
        return new PhoneNumber(
                old.number(),
                hook(old.voice(), form, "VoiceUrl", "VoiceMethod"),
                hook(old.fallback(), form, "VoiceFallbackUrl", "VoiceFallbackMethod"),
                hook(old.status(), form, "StatusCallback", "StatusCallbackMethod"));
    }

    private static Hook hook(Hook old, Map<String, String> form, String url, String method) {
        return new Hook(
                form.getOrDefault(url, old.url()),
                form.getOrDefault(method, old.method()).toUpperCase(Locale.ROOT));
    }

    private ObjectNode json(PhoneNumber number) {
        String account = plan.account().sid();
        String today = MailDate.of(now.get());
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("sid", subscription.sid())
                        .put("account_sid", account)
                        .put("api_version", "2010-04-01")
                        .put("phone_number", number.number())
                        .put("friendly_name", number.number())
                        .put("date_created", today)
                        .put("date_updated", today)
                        .put("voice_url", number.voice().url())
                        .put("voice_method", number.voice().method())
                        .put("voice_fallback_url", number.fallback().url())
                        .put("voice_fallback_method", number.fallback().method())
                        .put("status_callback", number.status().url())
                        .put("status_callback_method", number.status().method())
                        .put("voice_application_sid", "")
                        .putNull("trunk_sid");
        json.putObject("capabilities").put("voice", true).put("sms", false).put("mms", false);
        return json.put("uri", RestDesk.ROOT + account + ALL + "/" + subscription.sid() + ".json");
    }
}
