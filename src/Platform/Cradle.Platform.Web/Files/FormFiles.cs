using Cradle.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace Cradle.Platform.Web.Files;

/// <summary>Reads what a form sent.</summary>
public static class FormFiles
{
    /// <summary>The file, checked by the rule of the form; no more of it is read than the rule takes.</summary>
    public static async Task<(Upload? Upload, FileError? Error)> ReadAsync(this UploadRule rule, IFormFile? file, CancellationToken cancellationToken = default)
    {
        if (file is null)
        {
            return (null, new FileError.Missing());
        }

        if (file.Length > rule.MaximumBytes)
        {
            return (null, new FileError.TooLarge(rule.MaximumBytes));
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellationToken);
        return rule.Check(file.FileName, memory.ToArray());
    }
}
