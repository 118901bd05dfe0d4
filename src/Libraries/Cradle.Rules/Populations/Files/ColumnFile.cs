using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>What the compact column file is made of; its layout is described in docs/population-file.md.</summary>
public static class ColumnFile
{
    /// <summary>How the name of such a file ends.</summary>
    public const string Ending = ".cpop";
    internal const int FamiliesABlock = 1 << 16;
    internal const int Version = 2;

    /// <summary>Families, length and checksum before the payload of a block.</summary>
    internal const int BlockHeader = 12;

    internal static ReadOnlySpan<byte> Magic => "CRDLPOP1"u8;

    /// <summary>CRC-32C (Castagnoli) of a payload.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> payload)
    {
        var crc = uint.MaxValue;
        for (; payload.Length >= sizeof(ulong); payload = payload[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(payload));
        foreach (var one in payload)
            crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }

    /// <summary>Names the facts with their types, members and ranges: a file of another vocabulary would be read as something else.</summary>
    public static string HashOf(Vocabulary vocabulary)
    {
        var text = string.Join('\n', vocabulary.Facts.Select(fact => $"{fact} {fact.Type} {fact.Minimum} {fact.Maximum} {string.Join('|', fact.Type.Enumeration?.Members ?? [])}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>What stands at the beginning of a column file, as JSON.</summary>
internal sealed record ColumnFileHeader(
    int Version, string Vocabulary, DateOnly? AsOf, bool Synthetic, string LabelZh, string LabelEn, string Source, long ScaleNumerator, long ScaleDenominator);
