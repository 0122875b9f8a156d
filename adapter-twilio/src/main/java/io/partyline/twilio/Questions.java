package io.partyline.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import io.partyline.port.TelephonyException;
import java.time.Duration;
import java.util.function.Function;

/// Asks the carrier's REST desk, and says in the host's words what went wrong.
///
/// Every question is asked once and answered, or given up, within three seconds; [#patiently] asks
/// again, at most [#TRIES] times, if the carrier says that it has not looked at it (429), and
/// leaves it alone for as long as it wants. Safe for use by many threads at once.
final class Questions {
    private static final int TRIES = 3;

    /// A longer pause is not waited for: whoever asked is told, and may ask again.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final TwilioRestClient carrier;

    /// Opens no connection yet.
    Questions(TwilioSettings settings) {
        carrier =
                new TwilioRestClient.Builder(settings.accountSid(), settings.authToken().reveal())
                        .httpClient(new CarrierHttp(settings.apiBaseUrl()))
                        .build();
    }

    /// @throws TelephonyException with a pause if the carrier has not looked at the question
    <T> T once(Function<TwilioRestClient, T> question) {
        return inWords(question);
    }

    /// @throws TelephonyException with a pause if the carrier has not looked at the question
    <T> T patiently(Function<TwilioRestClient, T> question) {
        return inWords(client -> persist(client, question));
    }

    private static <T> T persist(TwilioRestClient client, Function<TwilioRestClient, T> question) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return question.apply(client);
            } catch (CarrierRefusedException e) {
                if (!e.unseen() || left == 0 || e.pause().compareTo(LONGEST_WAIT) > 0) {
                    throw e;
                }
                pause(e.pause());
            }
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelephonyException("The question to the telephone company was given up.", e);
        }
    }

    /// What the library says of an answer that it cannot read is left out, because it holds the
    /// answer, numbers and all.
    private <T> T inWords(Function<TwilioRestClient, T> question) {
        try {
            return question.apply(carrier);
        } catch (CarrierRefusedException e) {
            throw e.unseen()
                    ? new TelephonyException(e.sentence(), e.pause(), e)
                    : new TelephonyException(e.sentence(), e);
        } catch (TwilioException _) {
            throw new TelephonyException("The telephone company's answer makes no sense to us.");
        }
    }
}
