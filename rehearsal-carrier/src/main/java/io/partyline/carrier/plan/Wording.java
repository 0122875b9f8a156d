package io.partyline.carrier.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.UUID;

/// How a carrier writes what it sends: its call ids, and the characters of its forms.
///
/// @param callIds the shape of a call's id
/// @param charset of the bodies of webhooks; named in their `Content-Type` unless it is UTF-8
public record Wording(CallIds callIds, Charset charset) {
    /// What the large carrier does.
    public static final Wording USUAL = new Wording(CallIds.SID, UTF_8);

    /// The shapes of call ids that are met with.
    public enum CallIds {
        /// `CA` and 32 hexadecimal digits.
        SID {
            @Override
            public String of(String hex) {
                return "CA" + hex;
            }
        },
        /// A UUID.
        UUID_TEXT {
            @Override
            public String of(String hex) {
                return uuid(hex);
            }
        },
        /// A version, a colon, and a UUID.
        COLON {
            @Override
            public String of(String hex) {
                return "v3:" + uuid(hex);
            }
        };

        /// The id made of 32 hexadecimal digits.
        public abstract String of(String hex);

        private static String uuid(String hex) {
            long high = Long.parseUnsignedLong(hex, 0, 16, 16);
            return new UUID(high, Long.parseUnsignedLong(hex, 16, 32, 16)).toString();
        }
    }
}
