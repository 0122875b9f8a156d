package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.rate.PhoneFrame;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FrameTextTest {
    private final FrameText frames = new FrameText();

    @Test
    void aFrameThatManyHearIsMadeOnce() {
        byte[] codes = new byte[160];
        String first = frames.of(new PhoneFrame(0, codes));
        assertThat(first).isEqualTo(Base64.getEncoder().encodeToString(codes));
        assertThat(frames.of(new PhoneFrame(0, codes))).isSameAs(first);
    }

    @Test
    void theNextFrameIsAnother() {
        byte[] codes = new byte[160];
        codes[0] = 1;
        String first = frames.of(new PhoneFrame(7, new byte[160]));
        String second = frames.of(new PhoneFrame(8, codes));
        assertThat(second).isNotEqualTo(first).isEqualTo(FrameText.text(codes));
        assertThat(frames.of(new PhoneFrame(7, new byte[160]))).isEqualTo(first);
    }
}
