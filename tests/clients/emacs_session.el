;;; A session of Emacs with mailcheck; a JSON line for each step goes to standard output.  -*- lexical-binding: t; -*-
;; MAILCHECK_SESSION says which: packages (whether there is eglot), eglot (opens, types, takes a quick fix, leaves) or flymake (a message buffer without a file).
(require 'cl-lib)
(require 'json)
(require 'package)
(require 'flymake)

(defvar test-words (json-parse-string (getenv "MAILCHECK_TEST") :object-type 'alist))

(defvar test-reports 0)

(defun test-say (&rest pairs)
  (princ (concat (json-encode pairs) "\n") #'external-debugging-output))

(defun test-wait (done)
  "Wait at most 30 s until DONE says so."
  (let ((end (time-add nil 30)))
    (while (and (not (funcall done)) (time-less-p nil end))
      (accept-process-output nil 0.02))
    (funcall done)))

;; A slow server may still speak of the text before.
(defun test-settle ()
  "Wait until no diagnostics have come for a second."
  (let ((seen -1))
    (while (/= seen test-reports)
      (setq seen test-reports)
      (let ((end (time-add nil 1)))
        (while (time-less-p nil end)
          (accept-process-output nil 0.05))))))

(defun test-place (position)
  (save-excursion
    (goto-char position)
    (vector (1- (line-number-at-pos)) (- position (line-beginning-position)))))

(defun test-diagnostics ()
  (vconcat (mapcar (lambda (d)
                     `((text . ,(flymake-diagnostic-text d)) (type . ,(format "%s" (flymake-diagnostic-type d)))
                       (start . ,(test-place (flymake-diagnostic-beg d))) (end . ,(test-place (flymake-diagnostic-end d)))))
                   (flymake-diagnostics))))

;; -Q leaves out where Debian puts its packages.
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
(package-initialize)

(defun test-step (name act)
  "Do ACT, wait until diagnostics have come, and write down what is there."
  (let ((before test-reports))
    (funcall act)
    (let ((spoke (test-wait (lambda () (> test-reports before)))))
      (test-settle)
      (test-say (cons 'step name) (cons 'spoke (if spoke t json-false))
                (cons 'text (buffer-substring-no-properties (point-min) (point-max)))
                (cons 'diagnostics (test-diagnostics))))))

(defun test-type ()
  (goto-char (point-min))
  (search-forward (alist-get 'typed_before test-words))
  (goto-char (match-beginning 0))
  (insert (alist-get 'typed test-words)))

(defun test-eglot ()
  (require 'eglot)
  (require 'message)
  (setq eglot-sync-connect 60 eglot-autoshutdown t eglot-send-changes-idle-time 0 eglot-confirm-server-initiated-edits nil)
  (cl-defmethod eglot-handle-notification :after
    (_server (_method (eql textDocument/publishDiagnostics)) &rest _)
    (setq test-reports (1+ test-reports)))
  (test-step "open" (lambda ()
                      (find-file (getenv "DRAFT"))
                      (message-mode)
                      (apply #'eglot (eglot--guess-contact))
                      (flymake-mode 1)
                      (flymake-start)))
  (test-step "edit" (lambda () (test-type) (eglot--signal-textDocument/didChange)))
  (test-step "fix" (lambda ()
                     (goto-char (point-min))
                     (search-forward (alist-get 'misspelt test-words))
                     (backward-char 2)
                     ;; The menu of actions: the first that names the right word.
                     (cl-letf ((last-nonmenu-event ?x) ; no mouse
                               ((symbol-function 'completing-read)
                                (lambda (_ menu &rest _)
                                  (seq-find (lambda (title) (string-match-p (alist-get 'mended test-words) title))
                                            (mapcar (lambda (a) (if (consp a) (car a) a)) menu)))))
                       (call-interactively #'eglot-code-actions))
                     (eglot--signal-textDocument/didChange)))
  (let ((server (eglot-current-server)))
    (set-buffer-modified-p nil)
    (test-say (cons 'step "leave") (cons 'languageId (eglot--language-id server)))
    (eglot-shutdown server)
    (test-say (cons 'step "left") (cons 'running (if (jsonrpc-running-p server) t json-false)))))

(defun test-flymake ()
  (require 'message)
  (switch-to-buffer "*unsent mail*")
  (insert (with-temp-buffer (insert-file-contents (getenv "DRAFT")) (buffer-string)))
  (goto-char (point-min))
  (search-forward "\n\n")
  (replace-match (concat "\n" mail-header-separator "\n"))
  (message-mode)
  (advice-add 'mailcheck--report :after (lambda (&rest _) (setq test-reports (1+ test-reports))))
  (test-step "open" (lambda () (mailcheck-flymake-setup) (flymake-start)))
  (test-step "edit" (lambda () (test-type) (flymake-start)))
  ;; Narrowing hides text from the user, not from the check.
  (test-step "narrow" (lambda () (narrow-to-region (point-min) 40) (flymake-start) (widen)))
  (dolist (answer '(nil t))
    (cl-letf (((symbol-function 'yes-or-no-p) (lambda (_) answer)))
      (test-say (cons 'step (if answer "send" "keep"))
                (cons 'error (condition-case problem (progn (mailcheck-confirm-send) "")
                               (user-error (error-message-string problem)))))))
  (with-temp-buffer
    (insert "From: a@example.net\nTo: b@example.org\nSubject: lunch\n\nHey, lunch at twelve? lol!!!\n")
    (message-mode)
    (cl-letf (((symbol-function 'yes-or-no-p) #'ignore))
      (test-say (cons 'step "ordinary")
                (cons 'error (condition-case problem (progn (mailcheck-confirm-send) "")
                               (user-error (error-message-string problem)))))))
  (write-region "[[[" nil (expand-file-name "mailcheck.toml"))
  (test-step "broken" (lambda () (flymake-start)))
  (test-say (cons 'step "disabled") (cons 'backend (if (memq 'mailcheck-flymake (flymake-disabled-backends)) t json-false))))

(pcase (getenv "MAILCHECK_SESSION")
  ("eglot" (test-eglot))
  ("flymake" (test-flymake))
  ("packages" (test-say (cons 'step "packages") (cons 'eglot (if (require 'eglot nil t) t json-false)))))
