using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>
/// The lot of every applicant, from a published seed: the first 8 bytes, big end first, of SHA-256 over the UTF-8 text <c>seed:id</c>; the least comes
/// first. Anybody can work it out again, and neither the order of rows nor who else applies changes it.
/// </summary>
public static class Lots
{
    /// <summary>The lots of all applicants.</summary>
    /// <param name="applicants">The applicants.</param>
    /// <param name="seed">The seed.</param>
    public static ulong[] Draw(IdTable applicants, int seed)
    {
        var lots = new ulong[applicants.Count];
        Parallel.For(0, lots.Length, applicant => lots[applicant] = Of(applicants[applicant], seed));
        return lots;
    }

    /// <summary>The lot of one applicant.</summary>
    /// <param name="applicant">The applicant's id.</param>
    /// <param name="seed">The seed.</param>
    public static ulong Of(string applicant, int seed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{applicant}")), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
