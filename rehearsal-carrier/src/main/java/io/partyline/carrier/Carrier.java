package io.partyline.carrier;

import io.partyline.carrier.call.Calls;
import io.partyline.carrier.call.Dialling;
import io.partyline.carrier.call.Order;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.call.Premises;
import io.partyline.carrier.call.Queue;
import io.partyline.carrier.call.Queues;
import io.partyline.carrier.call.Recordings;
import io.partyline.carrier.diary.Diary;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Bins;
import io.partyline.carrier.office.Chance;
import io.partyline.carrier.office.Crew;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.ShowAnswer;
import io.partyline.carrier.office.ShowClient;
import io.partyline.carrier.office.Signatures;
import io.partyline.carrier.office.Subscription;
import io.partyline.carrier.office.Webhook;
import io.partyline.carrier.office.Webhooks;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.Faults;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.rest.RestDesk;
import io.partyline.carrier.sound.Mouth;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.carrier.stream.MediaSocket;
import io.partyline.carrier.stream.StreamErrorException;
import io.partyline.carrier.stream.StreamIdentity;
import io.partyline.carrier.stream.Streams;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/// The telephone company, made up, on this computer: people can dial the show's number, and the
/// show can use the REST API.
///
/// Everything goes over real sockets on loopback, in the real formats, with real signatures. All
/// threads have ended when [#close()] returns. Safe for use by many threads at once.
public final class Carrier implements AutoCloseable {
    private final Calls calls = new Calls();
    private final Exchange exchange;
    private final Premises premises;
    private final RestDesk desk;

    /// Opens the carrier for business.
    ///
    /// @throws java.io.UncheckedIOException if the REST desk's port is taken
    public Carrier(CarrierPlan plan) {
        Chance chance = new Chance(plan.seed());
        Diary diary = new Diary(InstantSource.system());
        Crew crew = new Crew();
        Faults faults = new Faults();
        Bins bins = new Bins(chance);
        ShowClient show = new ShowClient(plan, bins, diary, chance, crew);
        Webhooks webhooks =
                new Webhooks(
                        plan.account(),
                        faults,
                        crew,
                        show,
                        sid -> calls.find(sid).ifPresent(PhoneCall::hangUp));
        Subscription subscription = new Subscription(chance.sid("PN"), plan.number());
        exchange = new Exchange(plan, chance, diary, crew, faults, webhooks, subscription, bins);
        desk = new RestDesk(exchange);
        premises =
                new Premises(
                        exchange,
                        new Queues(chance),
                        new Recordings(),
                        apiBaseUrl() + RestDesk.ROOT + plan.account().sid());
        desk.open(premises, calls);
    }

    /// Where the REST API is: what stands in place of `https://api.twilio.com`.
    public URI apiBaseUrl() {
        return URI.create("http://127.0.0.1:" + desk.port());
    }

    /// Somebody dials the show's number; it rings at once.
    public PhoneCall dial(String from) {
        return dial(Dialling.from(from));
    }

    /// Somebody dials the show's number; it rings at once.
    public PhoneCall dial(Dialling dialling) {
        PhoneCall call = new PhoneCall(dialling, premises);
        calls.add(call);
        call.ring();
        return call;
    }

    /// The number as it is set up now.
    public PhoneNumber number() {
        return exchange.subscription().number();
    }

    /// Sets the number up as its owner does in the carrier's console, for whoever dials next.
    public void configure(UnaryOperator<PhoneNumber> change) {
        exchange.subscription().change(change);
    }

    /// Keeps a document at an address of the carrier's own, which answers whether the show is up or
    /// not, and gives that address.
    public String bin(String twiml) {
        return exchange.bins().keep(twiml);
    }

    /// The calls so far, oldest first, with those that are over.
    public List<PhoneCall> calls() {
        return calls.all();
    }

    /// Everything that has happened.
    public Diary diary() {
        return exchange.diary();
    }

    /// What is to go wrong.
    public Faults faults() {
        return exchange.faults();
    }

    /// Who waits in the queue of this name, the next one first, by call id.
    public List<String> waiting(String queue) {
        return premises.queues().named(queue).members().stream()
                .map(Queue.Member::callSid)
                .toList();
    }

    /// Sends an old webhook once more, signature and all, and promises the HTTP status of the
    /// answer.
    public CompletableFuture<Integer> replay(Happening.Requested old) {
        return exchange.webhooks().replay(old).thenApply(ShowAnswer::status);
    }

    /// Sends a webhook that belongs to no call of this carrier, properly signed, and promises the
    /// HTTP status of the answer.
    public CompletableFuture<Integer> post(String url, Map<String, String> parameters) {
        Webhook webhook = new Webhook("", "POST", url, parameters);
        return exchange.webhooks().send(webhook).thenApply(ShowAnswer::status);
    }

    /// Opens a media stream that no document asked for, and says what it is told to in `start`:
    /// with another call's id, a made-up token, or a signature made with another auth token.
    ///
    /// @throws HandshakeRefusedException if the show does not let it in
    public MediaLeg impostor(String url, StreamIdentity identity, String authToken)
            throws IOException {
        Streams streams = new Streams(exchange);
        try {
            MediaSocket socket = streams.connect(url, new Signatures(authToken));
            return streams.begin(identity, url, socket, new Mouth(), () -> {});
        } catch (StreamErrorException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// A made-up id of a stream that does not exist.
    public String newStreamSid() {
        return exchange.chance().sid("MZ");
    }

    /// How many threads are at work for this carrier.
    int crewSize() {
        return exchange.crew().size();
    }

    /// Ends every call without a word to the show, and closes the desk.
    @Override
    public void close() {
        calls.all().forEach(Carrier::abandon);
        desk.close();
        exchange.webhooks().close();
        exchange.crew().close();
    }

    private static void abandon(PhoneCall call) {
        call.obey(new Order.End(Ending.CARRIER_CLOSED));
    }
}
