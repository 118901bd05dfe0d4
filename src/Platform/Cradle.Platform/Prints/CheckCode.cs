using System.Security.Cryptography;

namespace Cradle.Platform.Prints;

/// <summary>The code on a paper: sixteen signs by chance, without those that are read for another.</summary>
public static class CheckCode
{
    public const int Length = 16;
    private const int Group = 4;
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>In groups, as it is printed.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(Group).Select(part => new string(part)));

    /// <summary>What was typed or scanned, as it is kept; null where it can be no code.</summary>
    public static string? Read(string? typed)
    {
        var signs = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return signs.Length == Length && signs.All(Signs.Contains) ? signs : null;
    }
}
