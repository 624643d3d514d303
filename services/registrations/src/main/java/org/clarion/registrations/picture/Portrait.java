package org.clarion.registrations.picture;

import java.awt.Color;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a small square JPEG of what was uploaded. Its pixels alone are kept: no place, no camera, nothing hidden behind
 * them. A picture that is tiny as a file and huge once it is unpacked is read in steps, so that it costs no memory.
 */
final class Portrait {

    /** Four pixels for each that a page shows, twice over, for dense screens. */
    static final int SIDE = 384;

    static final int MOST_BYTES = 300 * 1024;
    private static final int FEWEST_PIXELS = 64;
    private static final int MOST_PIXELS = 10_000;
    private static final float QUALITY = 0.85f;
    private static final List<String> READ = List.of("jpeg", "jpg", "png");

    private Portrait() {}

    static byte[] of(byte[] uploaded) throws UnfitPicture {
        if (uploaded.length > MOST_BYTES) {
            throw new UnfitPicture("too many bytes");
        }
        try {
            return written(square(read(uploaded)));
        } catch (IOException | RuntimeException e) {
            // What was made to break a reader breaks it in ways that no reader announces.
            throw new UnfitPicture("no JPEG and no PNG");
        }
    }

    private static BufferedImage read(byte[] uploaded) throws IOException, UnfitPicture {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(uploaded))) {
            var readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                var reader = readers.next();
                try {
                    if (READ.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                        reader.setInput(in, true, true);
                        return read(reader);
                    }
                } finally {
                    reader.dispose();
                }
            }
        }
        throw new UnfitPicture("no JPEG and no PNG");
    }

    private static BufferedImage read(ImageReader reader) throws IOException, UnfitPicture {
        var shorter = Math.min(reader.getWidth(0), reader.getHeight(0));
        var longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        if (shorter < FEWEST_PIXELS || longer > MOST_PIXELS) {
            throw new UnfitPicture("too few pixels, or too many");
        }
        var every = Math.max(1, Math.max(shorter / (2 * SIDE), longer / (8 * SIDE)));
        var sparsely = reader.getDefaultReadParam();
        sparsely.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, sparsely);
    }

    private static BufferedImage square(BufferedImage image) {
        var side = Math.min(image.getWidth(), image.getHeight());
        var left = (image.getWidth() - side) / 2;
        var top = (image.getHeight() - side) / 2;
        var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var canvas = square.createGraphics();
        canvas.setColor(Color.WHITE); // what shines through would be black otherwise
        canvas.fillRect(0, 0, SIDE, SIDE);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        Image middle = image.getSubimage(left, top, side, side);
        canvas.drawImage(middle, 0, 0, SIDE, SIDE, null);
        canvas.dispose();
        return square;
    }

    private static byte[] written(BufferedImage square) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(square, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
