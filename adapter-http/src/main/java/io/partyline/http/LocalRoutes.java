package io.partyline.http;

import io.partyline.port.StemException;
import io.partyline.show.ShowId;
import java.util.Base64;
import java.util.Optional;

/// Takes the host's own recording, which a page sends after the fact, in slices.
record LocalRoutes(RecordedShow recording) {
    static final String PATH = "/api/studio/audio/local";

    /// The most samples in a slice: 0.4 s, so that its letters fit into the body of a request.
    static final int LONGEST = 19_200;

    private static final int BYTES = 2;

    /// A slice.
    ///
    /// @param at the show position of its first sample, at 48 kHz from show zero
    /// @param pcm signed 16-bit samples, little-endian, mono at 48 kHz, in Base64
    record Slice(String showId, long at, String pcm) {}

    /// @param samples how many of the slice lie within the show
    record Kept(String status, int samples) {}

    void into(Routes routes) {
        routes.put(PATH, this::keep);
    }

    private Kept keep(Asked asked) {
        Slice slice = asked.body(Slice.class);
        if (slice.at() < 0) {
            throw new Problem(400, "\"at\" must be a place in the show, from 0.");
        }
        var samples = samples(slice.pcm());
        try {
            return recording.keep(show(slice.showId()), slice.at(), samples).stream()
                    .mapToObj(count -> new Kept("kept", count))
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem(404, "There is no recording of that show here any more."));
        } catch (StemException failed) {
            throw new Problem(507, Optional.ofNullable(failed.getMessage()).orElse(""), failed);
        }
    }

    private static ShowId show(String id) {
        try {
            return new ShowId(id);
        } catch (IllegalArgumentException wrong) {
            throw new Problem(400, "\"show_id\" must name a show.", wrong);
        }
    }

    private static float[] samples(String letters) {
        byte[] pcm = pcm(letters);
        if (pcm.length == 0 || pcm.length % BYTES != 0 || pcm.length > BYTES * LONGEST) {
            throw new Problem(
                    400,
                    "\"pcm\" must hold whole samples of 16 bits, %d at most.".formatted(LONGEST));
        }
        var samples = new float[pcm.length / BYTES];
        PagePcm.read(pcm, samples);
        return samples;
    }

    private static byte[] pcm(String letters) {
        try {
            return Base64.getDecoder().decode(letters);
        } catch (IllegalArgumentException wrong) {
            throw new Problem(400, "\"pcm\" must be Base64.", wrong);
        }
    }
}
