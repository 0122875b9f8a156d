package io.partyline.carrier.call;

import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.diary.LegEnd;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.Signatures;
import io.partyline.carrier.plan.Addresses;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.carrier.stream.MediaSocket;
import io.partyline.carrier.stream.StreamErrorException;
import io.partyline.carrier.stream.StreamIdentity;
import io.partyline.carrier.stream.Streams;
import io.partyline.carrier.twiml.TwimlDocument;
import io.partyline.carrier.twiml.Verb;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Runs `<Connect><Stream>`: connects a media stream, and waits until it ends or an order comes.
///
/// Owned by the call's own thread.
final class Streaming {
    private static final int CLOSED_BY_SHOW = 31921;
    private static final int BROKEN = 31903;

    private final Exchange exchange;
    private final PhoneCall call;
    private final Streams streams;
    private final Signatures signatures;

    Streaming(Exchange exchange, PhoneCall call) {
        this.exchange = exchange;
        this.call = call;
        streams = new Streams(exchange);
        signatures = new Signatures(exchange.plan().account().authToken());
    }

    Step run(Verb.Connect connect, TwimlDocument in) {
        String streamSid = exchange.chance().sid("MZ");
        StreamCallbacks callbacks =
                new StreamCallbacks(exchange, call, connect.stream(), in, streamSid);
        try {
            String url = url(connect.stream(), in);
            socket(url)
                    .ifPresent(socket -> follow(begin(connect, streamSid, url, socket), callbacks));
        } catch (StreamErrorException e) {
            exchange.complain(call.sid(), e.code(), e.reason());
            callbacks.error(e.code() + " " + e.reason());
        }
        return call.attention().interrupted() ? Step.INTERRUPTED : after(connect, in);
    }

    private static String url(Verb.MediaStream stream, TwimlDocument in) {
        if (!stream.track().equals("inbound_track")) {
            throw new StreamErrorException(
                    StreamErrorException.TRACK, "A two-way stream has the inbound_track only.");
        }
        return Addresses.absolute(stream.url())
                ? stream.url()
                : in.absolute(stream.url()).replaceFirst("^http", "ws");
    }

    /// Connects on a thread of its own, so that an order is heard meanwhile; empty if one came.
    private Optional<MediaSocket> socket(String url) {
        CompletableFuture<MediaSocket> opening =
                exchange.crew().ask("handshake", () -> streams.connect(url, signatures));
        var _ = opening.whenComplete((_, _) -> call.attention().nudge());
        if (call.attention().await(opening::isDone, Bell.FOREVER)) {
            return Optional.of(opened(opening));
        }
        var _ = opening.thenAccept(MediaSocket::close);
        return Optional.empty();
    }

    private static MediaSocket opened(CompletableFuture<MediaSocket> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StreamErrorException known) {
                throw known;
            }
            throw e;
        }
    }

    private MediaLeg begin(Verb.Connect connect, String streamSid, String url, MediaSocket socket) {
        StreamIdentity identity =
                new StreamIdentity(
                        exchange.plan().account().sid(),
                        call.sid(),
                        streamSid,
                        connect.stream().parameters());
        return streams.begin(identity, url, socket, call.mouth(), call.attention()::nudge);
    }

    private void follow(MediaLeg leg, StreamCallbacks callbacks) {
        callbacks.started();
        call.streaming(leg);
        call.attention().await(leg::ended, Bell.FOREVER);
        leg.stop();
        LegEnd end = leg.awaitEnd(Bell.FOREVER);
        var diary = exchange.diary();
        diary.write(new Happening.StreamEnded(diary.now(), call.sid(), leg.streamSid(), end));
        call.hears(Hearing.Kind.SILENCE);
        call.phase(CallPhase.ANSWERED);
        explain(end, callbacks);
        callbacks.stopped();
    }

    private void explain(LegEnd end, StreamCallbacks callbacks) {
        switch (end) {
            case STOPPED -> {}
            case CLOSED_BY_SHOW ->
                    exchange.complain(call.sid(), CLOSED_BY_SHOW, "The show closed the stream.");
            case BROKEN -> {
                exchange.complain(call.sid(), BROKEN, "The stream's connection broke.");
                callbacks.error(BROKEN + " the connection broke");
            }
        }
    }

    private static Step after(Verb.Connect connect, TwimlDocument in) {
        if (connect.action().isEmpty()) {
            return Step.NEXT;
        }
        return new Step.Go(new Source.Fetch(in.absolute(connect.action()), connect.method()));
    }
}
