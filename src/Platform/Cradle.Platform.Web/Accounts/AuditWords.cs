using System.Globalization;
using System.Text.Json;
using Cradle.Platform.Audit;
using Cradle.Primitives;

namespace Cradle.Platform.Web.Accounts;

/// <summary>Entries of the audit log, for reading.</summary>
public static class AuditWords
{
    /// <summary>The minute, by the clock of China.</summary>
    public static string Time(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What was looked at.</summary>
    public static string What(AuditEntry entry) => FieldOf(entry) switch
    {
        "accounts.phone" => Wording.Say("手机号全文", "the whole mobile number"),
        "accounts.email" => Wording.Say("邮箱全文", "the whole e-mail address"),
        null when entry.SubjectType == Platform.Files.StoredFile.SubjectTypeName => Wording.Say("交来的文件", "a file that was handed in"),
        var field => field ?? entry.SubjectType,
    };

    private static string? FieldOf(AuditEntry entry)
    {
        if (entry.Detail is null)
            return null;
        using var detail = JsonDocument.Parse(entry.Detail);
        return detail.RootElement.TryGetProperty("field", out var field) ? field.GetString() : null;
    }
}
