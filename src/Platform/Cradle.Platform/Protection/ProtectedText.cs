using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Cradle.Platform.Protection;

/// <summary>Texts about families at rest: protected by the keys outside the database, and one row's cannot be read in another.</summary>
public sealed class ProtectedText(IDataProtectionProvider provider)
{
    /// <param name="owner">The row that the text belongs to.</param>
    /// <param name="text">What is to be kept.</param>
    public byte[] Protect(Guid owner, string text) => Of(owner).Protect(Encoding.UTF8.GetBytes(text));

    /// <exception cref="System.Security.Cryptography.CryptographicException">It is of another row, was changed, or its key is gone.</exception>
    public string Unprotect(Guid owner, byte[] text) => Encoding.UTF8.GetString(Of(owner).Unprotect(text));

    private IDataProtector Of(Guid owner) => provider.CreateProtector("Cradle.ProtectedText", owner.ToString("N"));
}
