using System.IO.Compression;
using Cradle.Platform.Tables;

namespace Cradle.Platform.Files;

/// <summary>Tells what a file is by its content alone.</summary>
internal static class FileContent
{
    /// <summary>An office document may unpack to this; a bomb unpacks to more.</summary>
    public const long UnpackedBytes = 256L << 20;

    private const int Block = 64 << 10;

    public static (FileKind? Kind, FileError? Error) Look(byte[] content) => content switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => (FileKind.Pdf, null),
        [0xFF, 0xD8, 0xFF, ..] => (FileKind.Jpeg, null),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => (FileKind.Png, null),
        [0x50, 0x4B, 0x03, 0x04, ..] => Package(content),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => (null, new FileError.Locked()),   // what an office program makes of a document with a password
        _ => (IsText(content) ? FileKind.Csv : null, null),
    };

    // The sizes that a package states are its own claim, so the parts are unpacked and counted.
    private static (FileKind?, FileError?) Package(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content));
            var left = UnpackedBytes;
            var block = new byte[Block];
            foreach (var entry in archive.Entries)
            {
                using var part = entry.Open();
                for (int read; (read = part.Read(block)) > 0;)
                {
                    if ((left -= read) < 0)
                    {
                        return (null, new FileError.Unpacks(UnpackedBytes));
                    }
                }
            }

            FileKind? kind = archive.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx : archive.GetEntry("word/document.xml") is not null ? FileKind.Docx : null;
            return archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? (null, new FileError.Macros()) : (kind, null);
        }
        catch (InvalidDataException)
        {
            return (null, new FileError.Damaged());
        }
    }

    private static bool IsText(byte[] content) => !content.Contains((byte)0) && TableFile.Decode(content) is not null;
}
