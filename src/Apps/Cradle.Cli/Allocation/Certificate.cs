using System.Security.Cryptography;

namespace Cradle.Cli.Allocation;

/// <summary>What an assignment was made from, so that anybody can make or check it again.</summary>
internal sealed record Certificate(string Applicants, string Institutions, int Seed, string Method, string? Together)
{
    public string ApplicantsSha256 => Hash(Applicants);

    public string InstitutionsSha256 => Hash(Institutions);

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
