using Cradle.Births.Cases;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Protection;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Work;

/// <summary>The worklist as a workbook: numbers masked, with a sheet that says who took it, when and of what; taking it is in the audit log.</summary>
public sealed class CaseExport(PlatformDbContext database, ProtectedForms forms, AuditTrail audit, TimeProvider time)
{
    private const int Most = 5000;

    public async Task<byte[]> WriteAsync(IReadOnlyList<HeldRole> roles, CaseState? state, string by, TypedPlace places, CancellationToken cancellationToken)
    {
        var listed = database.Set<JointCase>().AsNoTracking().Within(roles).Where(one => state == null || one.State == state);
        var (cases, all) = (await listed.OrderBy(one => one.Id).Take(Most).ToListAsync(cancellationToken), await listed.CountAsync(cancellationToken));
        var at = time.GetUtcNow();
        audit.Record("exported", new AuditSubject("joint-cases", Guid.CreateVersion7(at)), detail: new { state = state?.ToString(), rows = cases.Count });
        await database.SaveChangesAsync(cancellationToken);
        var rows = cases.Select(one => (One: one, Form: forms.Read(one))).Select(row => (IReadOnlyList<object?>)
        [
            row.One.Number, CaseWords.Of(row.One.State).ToString(), Wording.Iso(row.One.BirthDate), places.NameOf(row.One.Division), Masked.OfName(row.Form.Mother.Name).ToString(), Masked.Of(FieldKind.IdNumber, row.Form.Mother.IdNumber).ToString(),
            Masked.Of(FieldKind.Phone, row.Form.Phone).ToString(), row.One.InsureBy is { } day ? Wording.Iso(day) : "", CaseWords.ReasonOf(row.One, row.Form)?.ToString() ?? "",
        ]);
        return Workbook.Write(
            new Sheet("出生一件事", ["编号", "状态", "出生日期", "归属地", "母亲", "证件号（已脱敏）", "手机（已脱敏）", "医保最后一天", "说明"], rows),
            new Sheet("水印", ["导出人", "时间", "范围", "行数", "一共"], [[by, at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), string.Join('、', roles.Select(role => places.NameOf(role.Division)).Distinct()), cases.Count, all > cases.Count ? $"{all} 件，只导出早的 {cases.Count} 件：按状态分开导出" : all]]));
    }
}
